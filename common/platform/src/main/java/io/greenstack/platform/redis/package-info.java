/**
 * Redis as all services use it: the names of keys and channels, and commands sent as one pipelined round trip with a
 * time limit. Only commands of Redis 6.2 are used.
 */
package io.greenstack.platform.redis;
