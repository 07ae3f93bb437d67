/**
 * The registry of field devices, their binding to descriptions, and the way of their layouts to Redis.
 */
package io.greenstack.api.device;
