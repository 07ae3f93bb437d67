/** Registrations of devices, on their way to the api-service: acknowledged after it has taken them, where they are idempotent. */
package io.greenstack.bridge.registration;
