/** Network addresses: ranges of them, and which of them the services may call. */
package io.greenstack.platform.network;
