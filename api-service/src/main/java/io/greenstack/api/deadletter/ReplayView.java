package io.greenstack.api.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.platform.deadletter.ReplayJob;

/**
 * A replay. What was not queued is still a dead letter.
 *
 * @param id name under which its outcome can be asked for
 * @param finished whether every queued message has met its fate
 * @param queued messages on their way, or arrived
 * @param written of those, how many are stored now, or ignored because newer ones came after them, or are in the queue of those
 *        that are to be published
 * @param deadLettered of those, how many failed again and are new dead letters
 * @param gone how many were not there any more; only in the answer to the request
 * @param cut how many cannot be replayed, because their payload is not kept whole; only in the answer to the request
 * @param more whether the selection has more than the limit, or than may wait at once; only in the answer to the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(String id, boolean finished, long queued, long written, long deadLettered, Integer gone,
        Integer cut, Boolean more) {

    static ReplayView of(ReplayJob job) {
        return new ReplayView(job.id(), job.finished(), job.queued(), job.written(), job.deadLettered(), null, null,
                null);
    }
}
