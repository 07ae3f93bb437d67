package io.greenstack.api.credential;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.descriptions.Sparse;

/** MQTT logins of devices. A password is made here, shown once and kept as a hash. */
@ApplicationScoped
class CredentialService {

    private static final int PASSWORD_OCTETS = 18;
    private static final int SALT_OCTETS = 12;

    private final CredentialRepository credentials;
    private final DeviceService devices;
    private final CredentialSettings settings;
    private final Event<LoginsChanged> changed;
    private final ChangeNotes changes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public CredentialService(CredentialRepository credentials, DeviceService devices, CredentialSettings settings,
            Event<LoginsChanged> changed, ChangeNotes changes, Clock clock) {
        this.credentials = credentials;
        this.devices = devices;
        this.settings = settings;
        this.changed = changed;
        this.changes = changes;
        this.clock = clock;
    }

    /** There is another set of logins now. */
    record LoginsChanged() {}

    /**
     * Gives a device a password, in place of the one it has.
     *
     * @param by name of the principal that asks for it
     * @throws ApiException 404 when the device is not registered, 422 when its id cannot be a user name
     */
    @Transactional
    public CredentialView rotate(String deviceId, String by) {
        devices.require(deviceId);
        if (deviceId.indexOf(':') >= 0) {
            throw new ApiException(422, "unsupported-user-name",
                    "The id '" + deviceId + "' has a colon, which parts the "
                            + "columns of the broker's password file; register the device under an id without one.");
        }
        if (settings.reserved().contains(deviceId)) {
            throw new ApiException(422, "reserved-user-name",
                    "'" + deviceId + "' is a login of the services; register the device under another id.");
        }
        byte[] octets = new byte[PASSWORD_OCTETS];
        random.nextBytes(octets);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        CredentialView before = credentials.find(deviceId).orElse(null);
        Instant now = clock.instant();
        credentials.put(deviceId, MosquittoHash.of(password, salt, MosquittoHash.ITERATIONS), now, by);
        changed.fire(new LoginsChanged());
        CredentialView stored = view(deviceId);
        changes.changed(before, stored);
        return new CredentialView(deviceId, password, stored.createdAt(), stored.rotatedAt(), by,
                "devices/" + deviceId + "/#");
    }

    /** What is known of a login; 404 when the device has none. */
    @Transactional
    public CredentialView view(String deviceId) {
        devices.require(deviceId);
        return credentials.find(deviceId)
                .orElseThrow(() -> ApiException.notFound("The device '" + deviceId + "' has no MQTT login."));
    }

    /** Takes the login of a device away; 404 when it has none. */
    @Transactional
    public void revoke(String deviceId) {
        CredentialView gone = view(deviceId);
        credentials.delete(deviceId);
        changes.changed(gone, null);
        changed.fire(new LoginsChanged());
    }

    void onDeleted(@Observes DeviceEvents.Deleted deleted) {
        changed.fire(new LoginsChanged());
    }

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
    record CredentialView(String username, String password, Instant createdAt, Instant rotatedAt, String rotatedBy,
            String topics) implements Sparse {}
}
