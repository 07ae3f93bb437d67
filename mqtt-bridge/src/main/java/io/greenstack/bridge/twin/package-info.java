/** What devices report of their configuration, on its way to their twins in the api-service. */
package io.greenstack.bridge.twin;
