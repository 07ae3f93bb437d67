/** Events of devices: stored, explained by the description and the standard, listed and streamed. */
package io.greenstack.api.event;
