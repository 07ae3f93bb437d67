/** What api-service and mqtt-bridge both know of IO-Link masters: how they are reached, and how that is kept in Redis. */
package io.greenstack.platform.master;
