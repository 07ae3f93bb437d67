/** Measures what the cache of the API is good for, and tries whether it is ever wrong. */
package io.greenstack.loadtest.cache;
