package io.greenstack.api.imports;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.platform.Uploads;
import io.quarkus.security.identity.SecurityIdentity;

/** Starts jobs for the three addresses that they can be started at. */
@ApplicationScoped
public class JobStarter {

    public static final String UPLOAD = "Form field 'file', once or several times: description files, vendors' ZIPs, ZIPs of ZIPs. "
            + "Answers 202 at once; the job imports package by package, IODDs and EDS files alike, and one bad package does not "
            + "stop the others.";
    public static final String FOLDER = "A folder inside GREENSTACK_IMPORT_FOLDER. Answers 202 at once.";

    private final ImportJobs jobs;
    private final SecurityIdentity caller;

    public JobStarter(ImportJobs jobs, SecurityIdentity caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    public RestResponse<ImportJobView> upload(List<FileUpload> files) {
        Uploads.required(files == null || files.isEmpty() ? null : files.get(0));
        return accepted(jobs.submit(files, caller.getPrincipal().getName()));
    }

    public RestResponse<ImportJobView> folder(FolderRequest request) {
        return accepted(jobs.submit(request.folder(), caller.getPrincipal().getName()));
    }

    private static RestResponse<ImportJobView> accepted(ImportJobView job) {
        return RestResponse.ResponseBuilder.<ImportJobView>create(RestResponse.Status.ACCEPTED).entity(job)
                .location(URI.create("/api/imports/" + job.id())).build();
    }
}
