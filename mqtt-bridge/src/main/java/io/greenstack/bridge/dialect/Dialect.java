package io.greenstack.bridge.dialect;

import java.util.List;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;

/** An adapter for a foreign way to publish. Called by one thread at a time, in the order of arrival. */
public interface Dialect {

    /** Name in the configuration, logs and metrics. */
    String name();

    /** Topic filters to subscribe to. */
    List<String> filters();

    /** Whether a topic is one of this dialect. */
    boolean matches(String topic);

    /**
     * What a message says, in the words of this suite.
     *
     * @throws PayloadException if the message can never be understood
     */
    Translation translate(InboundMessage message);
}
