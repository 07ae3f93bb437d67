package io.greenstack.api.master;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.cache.CacheTags;
import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.master.MasterReports.MasterReport;
import io.greenstack.api.master.MasterReports.PortReport;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.master.MasterSecrets;
import io.greenstack.platform.master.MasterSettings;
import io.greenstack.platform.network.AllowedNetworks;

/** The registry of masters, and what bridges say of them. */
@ApplicationScoped
class MasterService {

    private static final Set<String> RESERVED = Set.of("test", "reports");
    private static final int MOST_MASTERS = 1_000;
    private static final Duration USUAL = Duration.ofMillis(500);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final MasterRepository masters;
    private final MasterPortRepository ports;
    private final MasterSecrets secrets;
    private final AllowedNetworks networks;
    private final Event<MastersChanged> changed;
    private final Event<DeviceEvents.Reached> reached;
    private final CacheTags cache;
    private final ChangeNotes notes;
    private final Clock clock;

    MasterService(MasterRepository masters, MasterPortRepository ports, MasterSecrets secrets, MasterSettings settings,
            Event<MastersChanged> changed, Event<DeviceEvents.Reached> reached, CacheTags cache, ChangeNotes notes,
            Clock clock) {
        this.masters = masters;
        this.ports = ports;
        this.secrets = secrets;
        this.networks = new AllowedNetworks(settings.networks());
        this.changed = changed;
        this.reached = reached;
        this.cache = cache;
        this.notes = notes;
        this.clock = clock;
    }

    /** The bridges have to be told of other masters. */
    record MastersChanged() {}

    Page<MasterView> page(PageRequest page) {
        return masters.page(clock.instant(), page);
    }

    MasterView get(String id) {
        return masters.view(id, clock.instant()).orElseThrow(() -> unknown(id));
    }

    List<MasterPortView> ports(String id) {
        get(id);
        return ports.ports(id);
    }

    Page<PortChangeView> changes(String id, int port, PageRequest page) {
        get(id);
        return ports.changes(id, port, page);
    }

    @Transactional
    public MasterView create(MasterRequest request, String who) {
        StoredMaster master = checked(request, null);
        if (masters.count() >= MOST_MASTERS) {
            throw ApiException.conflict("too-many-masters", "There are " + MOST_MASTERS + " masters already.");
        }
        if (!masters.insert(master, clock.instant(), who)) {
            throw ApiException.conflict("master-exists", "There is a master '" + master.id()
                    + "' already; give another id.");
        }
        changed.fire(new MastersChanged());
        MasterView made = get(master.id());
        notes.changed(null, made);
        return made;
    }

    @Transactional
    public MasterView replace(String id, MasterRequest request, String who) {
        StoredMaster known = masters.find(id).orElseThrow(() -> unknown(id));
        MasterView before = get(id);
        masters.update(checked(request, known), clock.instant(), who);
        MasterView now = get(id);
        notes.changed(before, now);
        changed.fire(new MastersChanged());
        return now;
    }

    /** Its devices stay; nobody reads them any more. */
    @Transactional
    public void delete(String id) {
        MasterView before = get(id);
        cache.devicesChange(ports.devices(id).values().stream().filter(Objects::nonNull).toList());
        masters.delete(id);
        notes.changed(before, null);
        changed.fire(new MastersChanged());
    }

    /** What is to be tried: a stored master, or one that nobody has stored. */
    MasterConfig toTry(String id) {
        return masters.find(id).orElseThrow(() -> unknown(id)).config();
    }

    /** @throws ApiException 400 when it is not right */
    StoredMaster checked(MasterRequest r, StoredMaster known) {
        MasterAddress address = r.kind().onBroker()
                ? MasterAddress.topic(r.address())
                : MasterAddress.of(r.address(), networks);
        String id = known != null ? known.id() : r.id() == null ? address.suggestedId() : r.id();
        if (RESERVED.contains(id)) {
            throw ApiException.invalidParameter("id", "'" + id + "' is a path of the API; give another one");
        }
        if (known != null && r.id() != null && !r.id().equals(known.id())) {
            throw ApiException.invalidParameter("id", "it cannot be changed, because the ids of its devices have it");
        }
        String user = MasterPortRepository.plain(r.username());
        String username = user == null || user.isBlank() ? null : user.strip();
        if (username != null && r.kind().onBroker()) {
            throw ApiException.invalidParameter("username",
                    "a master on the broker signs in there; the suite has no login at it");
        }
        if (username == null && r.password() != null) {
            throw ApiException.invalidParameter("username", "a password needs one");
        }
        Duration interval = Durations.read("interval", r.interval(), USUAL, SHORTEST, LONGEST);
        MasterConfig config = new MasterConfig(id, r.kind().name(), address.url(), (int) interval.toMillis(), username,
                username == null ? null : password(id, r.password(), address, known),
                !Boolean.FALSE.equals(r.verifyCertificate()));
        String name = MasterPortRepository.plain(r.name());
        return new StoredMaster(config, name == null || name.isBlank() ? id : name.strip(),
                !Boolean.FALSE.equals(r.enabled()), MasterPortRepository.plain(r.location()),
                MasterPortRepository.plain(r.notes()));
    }

    /** What is stored is only sent to where it was meant for. */
    private String password(String id, String given, MasterAddress address, StoredMaster known) {
        if (given != null && !secrets.available()) {
            throw ApiException.conflict("no-masters-key", "Passwords of masters are sealed with a key, and there is "
                    + "none: set GREENSTACK_MASTERS_KEY at api-service and mqtt-bridge.");
        }
        if (given != null) {
            return secrets.seal(id, given);
        }
        if (known == null || known.config().sealedPassword() == null) {
            return null;
        }
        if (!known.config().address().equals(address.url())) {
            throw ApiException.invalidParameter("password", "at another address the password has to be given anew");
        }
        return known.config().sealedPassword();
    }

    /**
     * Takes in what a bridge says.
     *
     * @return how many masters it was about that this bridge runs
     */
    @Transactional
    public int take(MasterReports reports) {
        Instant now = clock.instant();
        int taken = 0;
        for (MasterReport report : reports.masters()) {
            if (ports.state(reports.epoch(), report, now)) {
                taken++;
                if (report.ports() != null) {
                    ports(report, now);
                }
            }
        }
        return taken;
    }

    private void ports(MasterReport report, Instant now) {
        if (report.ports().stream().map(PortReport::port).distinct().count() < report.ports().size()) {
            throw ApiException.invalidParameter("ports", "a port may stand there once");
        }
        Map<Integer, String> before = ports.devices(report.id());
        List<String> touched = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (PortReport port : report.ports()) {
            String was = before.get(port.port());
            if (!Objects.equals(was, port.deviceId())) {
                ports.change(report.id(), port.port(), was, port.deviceId(), now);
                if (was != null) {
                    touched.add(was);
                }
                if (port.deviceId() != null) {
                    touched.add(port.deviceId());
                    come.add(port.deviceId());
                }
            }
        }
        ports.write(report.id(), report.ports(), now);
        if (!touched.isEmpty()) {
            cache.devicesChange(touched);
        }
        if (!come.isEmpty()) {
            reached.fire(new DeviceEvents.Reached(come));
        }
    }

    private static ApiException unknown(String id) {
        return new ApiException(404, "unknown-master", "No master has the id '" + id + "'.");
    }
}
