package io.greenstack.api.shadow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;

/**
 * Carries messages about twins from the database to the queue of the bridge. The rows stay locked while their messages are
 * appended, so that of two versions, and of two replicas, the older one is always first. A message that was appended when the
 * commit failed is appended again, with the same or a newer version.
 */
@ApplicationScoped
public class ShadowOutbox {

    static final int BATCH = 200;

    private final ShadowRepository twins;
    private final OutboundQueue queue;
    private final ShadowMessages messages;
    private final OutsideTransaction outside = new OutsideTransaction("shadow-outbox", Duration.ofSeconds(5));

    @Inject
    public ShadowOutbox(ShadowRepository twins, OutboundQueue queue, ShadowMessages messages) {
        this.twins = twins;
        this.queue = queue;
        this.messages = messages;
    }

    /** Publishes what is due; returns how many twins, fails when the queue does not take the messages. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int publishDue() {
        List<StoredTwin> due = twins.lockDue(BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        List<OutboundMessage> all = new ArrayList<>();
        due.forEach(twin -> all.addAll(messages.of(twin)));
        outside.call(() -> queue.append(all));
        twins.markPublished(due);
        return due.size();
    }

    /** Makes the messages of all twins due again; returns of how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int publishAllAnew() {
        return twins.publishAllAnew();
    }

    /** Twins whose ids follow an id, in order. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<StoredTwin> after(String deviceId) {
        return twins.after(deviceId, BATCH);
    }

    /** Some twins as they are. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<StoredTwin> stored(Collection<String> deviceIds) {
        return twins.find(deviceIds);
    }

    @PreDestroy
    void stop() {
        outside.close();
    }
}
