package io.greenstack.localstack.server;

/** Decides who may connect to the embedded broker and which topics they may use. */
public interface BrokerAccess {

    /** What a client wants to do with a topic. */
    enum Use {
        PUBLISH, SUBSCRIBE
    }

    /**
     * @param user user name of the CONNECT packet, null when absent
     * @param password password of the CONNECT packet, null when absent
     * @return whether the client may connect
     */
    boolean authenticate(String user, String password);

    /**
     * @param user authenticated user name, null for an anonymous client
     * @param topic topic name, or topic filter without the {@code $share/group/} part
     */
    boolean permits(String user, Use use, String topic);

    /** Anybody may do anything; for a broker that only this machine can reach. */
    static BrokerAccess open() {
        return new BrokerAccess() {
            @Override
            public boolean authenticate(String user, String password) {
                return true;
            }

            @Override
            public boolean permits(String user, Use use, String topic) {
                return true;
            }
        };
    }
}
