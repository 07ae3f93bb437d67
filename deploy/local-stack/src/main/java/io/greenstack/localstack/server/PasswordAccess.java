package io.greenstack.localstack.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Users with passwords: services may use every topic, a device only {@code {prefix}/{its user name}/#}.
 *
 * @param services passwords of the services by user name
 * @param devices passwords of the devices by user name, which is the device id
 * @param prefix first levels of the device topics, for example "devices"
 */
public record PasswordAccess(Map<String, String> services, Map<String, String> devices, String prefix)
        implements
            BrokerAccess {

    public PasswordAccess {
        services = Map.copyOf(services);
        devices = Map.copyOf(devices);
    }

    @Override
    public boolean authenticate(String user, String password) {
        if (user == null || password == null) {
            return false;
        }
        String expected = services.getOrDefault(user, devices.get(user));
        return expected != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean permits(String user, Use use, String topic) {
        if (user == null) {
            return false;
        }
        return services.containsKey(user) || devices.containsKey(user) && isBelow(prefix + "/" + user, topic);
    }

    /** Wildcards cannot widen the reach, because the leading levels have to be equal letter by letter. */
    private static boolean isBelow(String root, String topic) {
        return topic.startsWith(root + "/");
    }
}
