/** Mappings, the dialect that people write: their rules come from the api-service through Redis and hold without a restart. */
package io.greenstack.bridge.mapping;
