/** From the api-service and the dialects to the broker. */
package io.greenstack.bridge.outbound;
