package io.greenstack.edge.mqtt;

import org.jboss.logging.Logger;

/** The one logger of this package, so that its level is set in one place. */
final class IngressLog {

    static final Logger LOG = Logger.getLogger(MqttIngress.class);

    private IngressLog() {}
}
