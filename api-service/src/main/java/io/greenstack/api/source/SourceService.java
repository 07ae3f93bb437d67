package io.greenstack.api.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.imports.UploadService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The library outside: searching, and fetching one description at a time, as an upload by a stranger. What was tried is remembered, so
 * that nothing is asked for again and again.
 */
@ApplicationScoped
class SourceService {

    /** Kind of the descriptions that the library has. */
    private static final String KIND = "IODD";
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    /** What the library approved first, then the newest revision of IO-Link, then what it got last. */
    private static final Comparator<SourceDriver> BEST = Comparator
            .comparing((SourceDriver driver) -> "APPROVED".equals(driver.status()))
            .thenComparing(SourceDriver::ioLinkRevision, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SourceDriver::uploadedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SourceDriver::ioddId);

    private final SourceSettings settings;
    private final SourceRepository repository;
    private final UploadService uploads;
    private final Clock clock;
    private final Optional<DescriptionLibrary> library;
    private final Semaphore oneAtATime = new Semaphore(1);

    SourceService(SourceSettings settings, SourceRepository repository, UploadService uploads, Clock clock) {
        this.settings = settings;
        this.repository = repository;
        this.uploads = uploads;
        this.clock = clock;
        this.library = settings.url().map(String::strip).filter(url -> !url.isEmpty()).map(this::open);
    }

    private DescriptionLibrary open(String url) {
        if (url.startsWith("http://") || url.startsWith("https://")) {
            return new HttpLibrary(URI.create(url).toString(), settings);
        }
        if (url.startsWith("file:")) {
            return new FolderLibrary(Path.of(URI.create(url)), settings);
        }
        throw new IllegalArgumentException("greenstack.iodd.source.url (GREENSTACK_IODD_SOURCE_URL) begins with "
                + "https://, http:// or file:; got '" + url + "'");
    }

    /** Whether there is a library. */
    boolean on() {
        return library.isPresent();
    }

    /** Its address, null if there is none. */
    String address() {
        return settings.url().map(String::strip).filter(url -> !url.isEmpty()).orElse(null);
    }

    boolean automatic() {
        return on() && settings.automatic();
    }

    Page<MissingFetch> missing(PageRequest page) {
        return repository.missing(page);
    }

    List<FetchedDescription> fetched(Long descriptionId, int most) {
        return repository.fetched(descriptionId, most);
    }

    /** What was tried without success may be tried again at once; answers how many. */
    int forget() {
        return QuarkusTransaction.joiningExisting().call(repository::forget);
    }

    /** @throws ApiException 409 when there is no library, 502 when it gives no usable answer */
    DescriptionLibrary.Found search(SourceSearch search) {
        DescriptionLibrary present = needed();
        return alone(() -> {
            try {
                return present.search(search);
            } catch (SourceException e) {
                throw failure(e);
            }
        });
    }

    /**
     * Fetches a description and stores it as an upload is stored.
     *
     * @param ioddId which of several; null for the one that fits best
     * @throws ApiException 404, 502, or what an upload is refused with
     */
    List<ImportedFile> fetch(long vendorId, long deviceId, Long ioddId, String who) {
        DescriptionLibrary present = needed();
        return alone(() -> {
            try {
                return fetch(present, vendorId, deviceId, ioddId, who);
            } catch (SourceException e) {
                throw failure(e);
            }
        });
    }

    private DescriptionLibrary needed() {
        return library.orElseThrow(() -> ApiException.conflict("source-off",
                "No library of descriptions is set; see GREENSTACK_IODD_SOURCE_URL."));
    }

    private <T> T alone(Supplier<T> work) {
        try {
            if (!oneAtATime.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ApiException.unavailable("source-busy",
                        "The library is asked one question at a time; try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.unavailable("source-busy", "The service is stopping.");
        }
        try {
            return work.get();
        } finally {
            oneAtATime.release();
        }
    }

    private static ApiException failure(SourceException failure) {
        return switch (failure.kind()) {
            case NOT_FOUND -> new ApiException(404, failure.code(), failure.getMessage());
            case REFUSED -> new ApiException(422, failure.code(), failure.getMessage());
            case AWAY -> new ApiException(502, failure.code(), failure.getMessage());
        };
    }

    /** Tries one identity, and remembers what became of it. */
    FetchState tryOne(MissingFetch missing, String who) {
        long vendorId = missing.vendorId();
        long deviceId = missing.deviceId();
        FetchState state;
        String code = null;
        String detail;
        Duration again = settings.remember();
        try {
            List<ImportedFile> files = alone(() -> fetch(needed(), vendorId, deviceId, null, who));
            state = FetchState.FETCHED;
            detail = UploadService.message(files);
        } catch (SourceException e) {
            state = FetchState.valueOf(e.kind().name());
            code = e.code();
            detail = e.getMessage();
        } catch (ApiException e) {
            state = e.status() == 503 ? FetchState.AWAY : FetchState.REFUSED;
            code = e.code();
            detail = e.getMessage();
        }
        if (state == FetchState.AWAY) {
            int doublings = Math.min(missing.state() == FetchState.AWAY ? missing.tries() : 0, 10);
            Duration longer = settings.retry().multipliedBy(1L << doublings);
            again = longer.compareTo(LONGEST_RETRY) < 0 ? longer : LONGEST_RETRY;
        }
        FetchState result = state;
        String reason = code;
        String text = detail;
        Duration next = again;
        QuarkusTransaction.joiningExisting().run(
                () -> repository.tried(vendorId, deviceId, result, reason, text, clock.instant(), next));
        return state;
    }

    private List<ImportedFile> fetch(DescriptionLibrary present, long vendorId, long deviceId, Long ioddId,
            String who) {
        SourceDriver driver = present.search(SourceSearch.of(vendorId, deviceId)).drivers().stream()
                .filter(found -> ioddId == null || ioddId == found.ioddId()).max(BEST)
                .orElseThrow(() -> new SourceException(SourceException.Kind.NOT_FOUND, "not-found",
                        "The library has no description of vendor " + vendorId + ", device " + deviceId + "."));
        byte[] archive = present.fetch(driver);
        List<ImportedFile> files = uploads.storeArchive(
                new ArchiveEntry("iodd-" + driver.ioddId() + ".zip", archive), KIND, who);
        QuarkusTransaction.joiningExisting().run(() -> files.stream().filter(ImportedFile::created)
                .forEach(file -> repository.came(file.id(), present.address(driver), driver, clock.instant(), who)));
        return files;
    }
}
