package io.greenstack.api.description;

import java.util.List;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.api.cache.CacheTags;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;

/** Makes anew what an older version of a format made of the stored files. */
@Singleton
class ViewRenewal extends DescriptionRenewal {

    private static final Logger LOG = Logger.getLogger(ViewRenewal.class);

    private final DescriptionRows descriptions;
    private final DescriptionFileRepository files;
    private final Event<DescriptionEvents.Renewed> renewed;
    private final Event<DescriptionEvents.NotRenewed> refused;
    private final Event<DescriptionEvents.RenewalEnded> ended;
    private final CacheTags cache;

    ViewRenewal(DescriptionFormats formats, DescriptionRows descriptions, DescriptionFileRepository files,
            Event<DescriptionEvents.Renewed> renewed, Event<DescriptionEvents.NotRenewed> refused,
            Event<DescriptionEvents.RenewalEnded> ended, CacheTags cache) {
        super("view-renewal", "read anew by a newer version of the format", formats);
        this.descriptions = descriptions;
        this.files = files;
        this.renewed = renewed;
        this.refused = refused;
        this.ended = ended;
        this.cache = cache;
    }

    @Override
    protected void run() {
        super.run();
        ended.fire(new DescriptionEvents.RenewalEnded());
    }

    @Override
    protected int renewSome(DescriptionFormat format) {
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
