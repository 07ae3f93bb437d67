package io.greenstack.api.imports;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.platform.ApiException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Progress of a job as server-sent events: {@code progress} whenever something changed, {@code end} once, then the stream ends.
 * Reads the record, so it does not matter which instance runs the job.
 */
@ApplicationScoped
class JobEvents {

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int MAX_VIEWERS = 50;
    private static final int TICKS_PER_BEAT = 30;

    private final JobRecords records;
    private final Semaphore viewers = new Semaphore(MAX_VIEWERS);

    JobEvents(JobRecords records) {
        this.records = records;
    }

    /**
     * The events of a job.
     *
     * @throws ApiException 404 when there is no such job, 429 when too many clients watch
     */
    Multi<OutboundSseEvent> stream(long id, Sse sse) {
        ImportJobView first = records.get(id);
        if (!viewers.tryAcquire()) {
            throw new ApiException(429, "too-many-viewers", "Too many clients watch import jobs; ask for "
                    + "/api/imports/" + id + " instead.");
        }
        Multi<ImportJobView> views = Multi.createBy().concatenating().streams(Multi.createFrom().item(first),
                Multi.createFrom().ticks().every(PERIOD).onOverflow().drop().onItem()
                        .transformToUniAndConcatenate(tick -> Uni.createFrom().item(() -> records.get(id))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())));
        Changes changes = new Changes(sse);
        return views.onItem().transformToMultiAndConcatenate(changes::of)
                .select().first(event -> !changes.ended(event)).onTermination().invoke(viewers::release);
    }

    /** Turns successive states into events. */
    private static final class Changes {

        private final Sse sse;
        private final OutboundSseEvent last;
        private ImportJobView before;
        private int silent;

        private Changes(Sse sse) {
            this.sse = sse;
            this.last = sse.newEventBuilder().comment("end").build();
        }

        private Multi<OutboundSseEvent> of(ImportJobView view) {
            if (view.equals(before)) {
                silent++;
                return silent % TICKS_PER_BEAT == 0
                        ? Multi.createFrom().item(sse.newEventBuilder().comment("heartbeat").build())
                        : Multi.createFrom().empty();
            }
            before = view;
            silent = 0;
            return view.state().active()
                    ? Multi.createFrom().item(event("progress", view))
                    : Multi.createFrom().items(event("end", view), last);
        }

        private boolean ended(OutboundSseEvent event) {
            return event == last;
        }

        private OutboundSseEvent event(String name, ImportJobView view) {
            return sse.newEventBuilder().name(name).mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(ImportJobView.class, view).build();
        }
    }
}
