/**
 * Registrations of devices, forwarded to the api-service. A registration is acknowledged only after the api-service has
 * taken it; it is idempotent there, so it can be repeated.
 */
package io.greenstack.bridge.registration;
