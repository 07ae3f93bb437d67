/** The broker, as operators see it: publishing, live traffic and its state. */
package io.greenstack.api.mqtt;
