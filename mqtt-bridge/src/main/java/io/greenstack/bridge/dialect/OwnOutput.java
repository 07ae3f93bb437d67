package io.greenstack.bridge.dialect;

/** Tells which topics are ours though devices have others: what goes out there must not come back as news. */
@FunctionalInterface
public interface OwnOutput {

    /** Whether a topic is one of those. */
    boolean concerns(String topic);
}
