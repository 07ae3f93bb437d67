package io.greenstack.api.credential;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The MQTT login of a device.
 *
 * @param username user name, which is the device id
 * @param password the password; shown once, when it was made
 * @param createdAt when the device got its first one
 * @param rotatedAt when it got this one
 * @param rotatedBy who made it
 * @param topics topics that the device may use
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialView(String username, String password, Instant createdAt, Instant rotatedAt, String rotatedBy,
        String topics) {}
