/** Mappings: rules that make telemetry of whatever somebody publishes. Written and tried here, applied by the bridge. */
package io.greenstack.api.mapping;
