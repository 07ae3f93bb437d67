package io.greenstack.localstack.server;

import java.security.Principal;
import java.util.Set;

import javax.security.auth.Subject;

import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

import io.greenstack.localstack.server.BrokerAccess.Use;

/** Translates the broker's security checks, which are about addresses and queues, to {@link BrokerAccess}. */
final class BrokerSecurity implements ActiveMQSecurityManager5 {

    private static final String QUEUE_SEPARATOR = "::";

    private static final String ANONYMOUS = "";

    private final BrokerAccess access;

    BrokerSecurity(BrokerAccess access) {
        this.access = access;
    }

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        if (!access.authenticate(user, password)) {
            return null;
        }
        // the broker insists on exactly one principal of this class
        Principal principal = new UserPrincipal(user == null ? ANONYMOUS : user);
        return new Subject(true, Set.of(principal), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        String user = subject == null ? null : named(getUserFromSubject(subject));
        int queue = address.indexOf(QUEUE_SEPARATOR);
        String topic = queue < 0 ? address : address.substring(0, queue);
        return switch (check) {
            case SEND -> access.permits(user, Use.PUBLISH, topic);
            case CREATE_ADDRESS -> access.permits(user, Use.PUBLISH, topic)
                    || access.permits(user, Use.SUBSCRIBE, topic);
            case MANAGE, VIEW, EDIT -> false;
            default -> access.permits(user, Use.SUBSCRIBE, topic);
        };
    }

    /** Never null for a subject that was let in: the broker takes that for a refusal. */
    @Override
    public String getUserFromSubject(Subject subject) {
        return subject.getPrincipals(UserPrincipal.class).stream().map(UserPrincipal::getName).findFirst().orElse(null);
    }

    private static String named(String user) {
        return ANONYMOUS.equals(user) ? null : user;
    }

    @Override
    public boolean validateUser(String user, String password) {
        return access.authenticate(user, password);
    }

    /** Only called by protocols that know no address; none of them is enabled. */
    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
