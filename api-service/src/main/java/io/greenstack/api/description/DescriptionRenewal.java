package io.greenstack.api.description;

import java.time.Duration;

import org.jboss.logging.Logger;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.platform.background.BackgroundBean;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Brings up to date what an older version stored of descriptions: after an upgrade, and of what an older replica stores
 * meanwhile. Replicas share the work, because each skips the rows that another one holds.
 */
public abstract class DescriptionRenewal extends BackgroundBean {

    /** Descriptions in one transaction. */
    protected static final int BATCH = 20;

    private static final Logger LOG = Logger.getLogger(DescriptionRenewal.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final DescriptionFormats formats;
    private final String done;

    /**
     * @param name of the thread
     * @param done what is done with descriptions, for the log
     */
    protected DescriptionRenewal(String name, String done, DescriptionFormats formats) {
        super(name, PERIOD, RETRY);
        this.done = done;
        this.formats = formats;
    }

    /** Renews up to {@link #BATCH} stale descriptions in a transaction; returns how many there were. */
    protected abstract int renewSome(DescriptionFormat format);

    @Override
    protected void run() {
        for (DescriptionFormat format : formats.all()) {
            int[] all = {0};
            repeat(() -> {
                int some = QuarkusTransaction.requiringNew().call(() -> renewSome(format));
                all[0] += some;
                return some > 0;
            });
            if (all[0] > 0) {
                LOG.infof("%d descriptions of the kind %s were %s", all[0], format.kind(), done);
            }
        }
    }
}
