package io.greenstack.api.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Makes anew what searches find of descriptions that an older version stored, and deletes what no description has any longer.
 * Replicas share the work, because each skips the rows that another one holds.
 */
@ApplicationScoped
class SearchRenewal {

    private static final Logger LOG = Logger.getLogger(SearchRenewal.class);
    private static final int BATCH = 20;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final DescriptionFormats formats;
    private final DescriptionService descriptions;
    private final SearchIndex index;
    private final BackgroundTask task = new BackgroundTask("search-renewal", this::renewAll, RETRY);

    @Inject
    SearchRenewal(DescriptionFormats formats, DescriptionService descriptions, SearchIndex index) {
        this.formats = formats;
        this.descriptions = descriptions;
        this.index = index;
    }

    void start(@Observes StartupEvent event) {
        task.start(PERIOD);
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    /** Renews all stale descriptions, some in each transaction, and tidies up. */
    void renewAll() {
        for (DescriptionFormat format : formats.all()) {
            int all = 0;
            int some = BATCH;
            while (some > 0 && !task.stopped()) {
                some = QuarkusTransaction.requiringNew().call(() -> renewSome(format));
                all += some;
            }
            if (all > 0) {
                LOG.infof("%d descriptions of the kind %s were prepared for searches anew", all, format.kind());
            }
        }
        boolean more = true;
        while (more && !task.stopped()) {
            more = QuarkusTransaction.requiringNew().call(index::tidy);
        }
    }

    private int renewSome(DescriptionFormat format) {
        List<Long> stale = index.lockStale(format.kind(), BATCH);
        Map<Long, ReadDescription> read = new TreeMap<>();
        for (long id : stale) {
            try {
                read.put(id, descriptions.readAgain(id, format.kind()));
            } catch (DescriptionException e) {
                LOG.warnf("Description %d is found by its name only, because its file is refused now: %s", id,
                        e.getMessage());
                index.writeNames(id, format.kind());
            }
        }
        if (!read.isEmpty()) {
            index.write(read, false);
        }
        return stale.size();
    }
}
