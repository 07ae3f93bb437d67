/** Device events on their way to the api-service. */
package io.greenstack.bridge.event;
