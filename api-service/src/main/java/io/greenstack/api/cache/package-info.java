/**
 * What is read often is kept in Redis, shared by all replicas, and never shown after it was changed. Services annotate methods
 * with {@link io.greenstack.api.cache.Cached} and tell {@link io.greenstack.api.cache.CacheTags} what they write.
 */
package io.greenstack.api.cache;
