/** Way to the api-service: requests through a breaker, and messages that are handed on to it in batches. */
package io.greenstack.edge.api;
