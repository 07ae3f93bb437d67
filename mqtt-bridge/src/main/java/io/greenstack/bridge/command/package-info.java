/** Answers of devices to commands, on their way to the api-service. */
package io.greenstack.bridge.command;
