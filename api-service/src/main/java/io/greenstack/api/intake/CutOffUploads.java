package io.greenstack.api.intake;

import java.util.List;

import org.jboss.logging.Logger;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextDecorator;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * A request whose uploads are cleaned up also when their connection ends in the middle of one. Vert.x stops at the first file that
 * was closed with the connection, with an error that says nothing, and leaves the others on the disk.
 */
final class CutOffUploads extends RoutingContextDecorator {

    private static final Logger LOG = Logger.getLogger(CutOffUploads.class);

    CutOffUploads(RoutingContext request) {
        super(request.currentRoute(), (RoutingContextInternal) request);
    }

    @Override
    public void cancelAndCleanupFileUploads() {
        List<FileUpload> uploads = List.copyOf(fileUploads());
        fileUploads().clear();
        for (FileUpload upload : uploads) {
            try {
                upload.cancel();
            } catch (IllegalStateException closed) {
                LOG.debugf("The upload '%s' ended with its connection", upload.fileName());
            }
            upload.delete();
        }
    }
}
