package io.greenstack.api.redecode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.redecode.RedecodeView.State;
import io.greenstack.core.message.DeviceId;
import io.greenstack.platform.deadletter.ReplayQueue;

/** Has history decoded again: when somebody asks for it, and for devices whose description has come. */
@ApplicationScoped
class RedecodeService {

    private static final Logger LOG = Logger.getLogger(RedecodeService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration DEFAULT_RANGE = Duration.ofDays(1);

    private final RedecodeWorker worker;
    private final ReplayQueue replays;
    private final DeviceService devices;
    private final RedecodeSettings settings;
    private final Clock clock;

    RedecodeService(RedecodeWorker worker, ReplayQueue replays, DeviceService devices, RedecodeSettings settings,
            Clock clock) {
        this.worker = worker;
        this.replays = replays;
        this.devices = devices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a job.
     *
     * @throws ApiException 400 for a selection that makes no sense, 404 for a device that is not registered, 409 when there is no
     *         device, 429 when too many jobs wait, 503 when Redis is away
     */
    RedecodeView begin(RedecodeRequest request, String by) {
        Instant to = request.to() == null ? clock.instant() : request.to();
        Instant from = request.from() == null ? to.minus(DEFAULT_RANGE) : request.from();
        if (!from.isBefore(to)) {
            throw ApiException.invalidParameter("from", "it must be before 'to'");
        }
        if ((request.deviceId() == null) == (request.descriptionId() == null)) {
            throw ApiException.invalidParameter("device_id",
                    "exactly one of 'device_id' and 'description_id' is needed");
        }
        RedecodeJob job = new RedecodeJob(UUID.randomUUID().toString(), chosen(request), from, to);
        try {
            replays.add("influx-ingestion", List.of(), job.id(), job.notes(State.WAITING, 0, null)).await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw unavailable();
        }
        if (!worker.take(job)) {
            throw new ApiException(429, "too-many-jobs", "As many jobs wait as may; try again later.");
        }
        LOG.infof("History of %d devices from %s to %s is decoded again for %s as %s", job.devices().size(), from, to,
                by,
                job.id());
        return view(job.id());
    }

    private List<String> chosen(RedecodeRequest request) {
        if (request.deviceId() != null) {
            if (!DeviceId.isValid(request.deviceId())) {
                throw ApiException.unknownDevice(request.deviceId());
            }
            devices.require(request.deviceId());
            return List.of(request.deviceId());
        }
        List<String> bound = devices.boundTo(request.descriptionId(), settings.maxDevices() + 1);
        if (bound.isEmpty()) {
            throw ApiException.conflict("no-device", "No device is bound to this description.");
        }
        if (bound.size() > settings.maxDevices()) {
            throw ApiException.conflict("too-many-devices", "More than " + settings.maxDevices()
                    + " devices are bound to it; name them one by one.");
        }
        return bound;
    }

    /** How far a job is; 404 when it is not known (any more). */
    RedecodeView view(String id) {
        Map<String, String> notes;
        try {
            notes = replays.notes(id, RedecodeView.NOTES).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw unavailable();
        }
        if (!notes.containsKey("state")) {
            throw ApiException.notFound("There is no such job '" + id + "' (any more).");
        }
        return RedecodeView.of(id, notes, clock.instant());
    }

    private static ApiException unavailable() {
        return ApiException.unavailable("redecode-unavailable", "Redis does not take or tell the job; try again.");
    }

    /** What devices sent before their description was there becomes values now. */
    void onDescribed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Described event) {
        if (settings.onDescription().isZero()) {
            return;
        }
        Instant to = clock.instant();
        RedecodeJob job = new RedecodeJob(UUID.randomUUID().toString(), event.deviceIds(),
                to.minus(settings.onDescription()), to);
        if (worker.take(job)) {
            LOG.infof("The last %d h of %d devices that have a description now are decoded as %s",
                    settings.onDescription().toHours(), event.deviceIds().size(), job.id());
        } else {
            LOG.warnf("%d devices have a description now, but their history is not decoded: too many jobs wait",
                    event.deviceIds().size());
        }
    }
}
