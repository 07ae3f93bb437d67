/** Batches of messages on their way to the api-service, which answers with one result for each. */
package io.greenstack.bridge.forward;
