package io.greenstack.api.description;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.greenstack.api.cache.CacheTags;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Makes anew what an older version of a format made of the stored files: after an upgrade, and of what an older replica stores
 * meanwhile. Replicas share the work, because each skips the rows that another one holds.
 */
@ApplicationScoped
class ViewRenewal {

    private static final Logger LOG = Logger.getLogger(ViewRenewal.class);
    private static final int BATCH = 20;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final DescriptionFormats formats;
    private final DescriptionRows descriptions;
    private final DescriptionFileRepository files;
    private final Event<DescriptionEvents.Renewed> renewed;
    private final Event<DescriptionEvents.NotRenewed> refused;
    private final Event<DescriptionEvents.RenewalEnded> ended;
    private final CacheTags cache;
    private final BackgroundTask task = new BackgroundTask("view-renewal", this::renewAll, RETRY);

    ViewRenewal(DescriptionFormats formats, DescriptionRows descriptions, DescriptionFileRepository files,
            Event<DescriptionEvents.Renewed> renewed, Event<DescriptionEvents.NotRenewed> refused,
            Event<DescriptionEvents.RenewalEnded> ended, CacheTags cache) {
        this.formats = formats;
        this.descriptions = descriptions;
        this.files = files;
        this.renewed = renewed;
        this.refused = refused;
        this.ended = ended;
        this.cache = cache;
    }

    void start(@Observes StartupEvent event) {
        task.start(PERIOD);
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    /** Renews all stale descriptions, some in each transaction. */
    void renewAll() {
        for (DescriptionFormat format : formats.all()) {
            int all = 0;
            int some = BATCH;
            while (some > 0 && !task.stopped()) {
                some = QuarkusTransaction.requiringNew().call(() -> renewSome(format));
                all += some;
            }
            if (all > 0) {
                LOG.infof("%d descriptions of the kind %s were read anew by a newer version of the format", all,
                        format.kind());
            }
        }
        ended.fire(new DescriptionEvents.RenewalEnded());
    }

    /** Looks for work now. */
    void wake() {
        task.wake();
    }

    private int renewSome(DescriptionFormat format) {
        List<Long> stale = descriptions.lockStale(format.kind(), format.version(), BATCH);
        stale.forEach(id -> renew(id, format));
        if (!stale.isEmpty()) {
            cache.descriptionsChange(stale);
        }
        return stale.size();
    }

    private void renew(long id, DescriptionFormat format) {
        try {
            ReadDescription read = format.read(files.packageOf(id, format.kind()));
            if (descriptions.renew(id, read, format.version())) {
                renewed.fire(new DescriptionEvents.Renewed(id));
            }
        } catch (DescriptionException e) {
            LOG.warnf(
                    "Description %d stays as it was read before; the newer version of its format refuses the file: %s",
                    id, e.getMessage());
            descriptions.keep(id, format.version());
            refused.fire(new DescriptionEvents.NotRenewed(id));
        }
    }
}
