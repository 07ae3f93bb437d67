package io.greenstack.api.parameterset;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.export.ParameterSet;
import io.greenstack.api.export.ParameterSet.SetValue;
import io.greenstack.api.export.ParameterSetService;
import io.greenstack.api.parameterset.KeptSetRepository.KeptSetFilter;
import io.greenstack.api.parameterset.KeptSetResource.ImportRequest;
import io.greenstack.api.parameterset.KeptSetResource.SaveRequest;
import io.greenstack.api.parameterset.SetComparison.ComparedValue;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Parameter sets that are kept. */
@ApplicationScoped
class KeptSetService {

    private static final int MOST_SETS = 10_000;

    private final KeptSetRepository sets;
    private final SetFiles files;
    private final SetRestorer restorer;
    private final ParameterSetService values;
    private final ChangeNotes changes;
    private final Clock clock;

    KeptSetService(KeptSetRepository sets, SetFiles files, SetRestorer restorer, ParameterSetService values,
            ChangeNotes changes, Clock clock) {
        this.sets = sets;
        this.files = files;
        this.restorer = restorer;
        this.values = values;
        this.changes = changes;
        this.clock = clock;
    }

    Page<KeptSetView> page(KeptSetFilter filter, PageRequest page) {
        return sets.page(filter, page);
    }

    /** @throws ApiException 404 when there is none */
    KeptSetView get(long id) {
        return sets.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The values of a set.
     *
     * @param writable true for what can be written only
     * @throws ApiException 404 when there is none
     */
    ParameterSet values(long id, boolean writable) {
        ParameterSet set = sets.values(id).orElseThrow(() -> unknown(id));
        return !writable
                ? set
                : new ParameterSet(set.format(), set.descriptionId(), set.kind(), set.vendorId(), set.vendorName(),
                        set.deviceTypeId(), set.productName(), set.deviceId(), set.madeAt(),
                        set.parameters().stream().filter(KeptSetService::writable).toList());
    }

    private static boolean writable(SetValue value) {
        return "rw".equals(value.accessRights());
    }

    /**
     * Keeps what a device reports now.
     *
     * @throws ApiException 404 for an unknown device, 409 when it has no description or has reported nothing
     */
    @Transactional
    public KeptSetView save(String deviceId, SaveRequest request, LanguageQuery language, String by) {
        ParameterSet found = files.asFound(values.ofDevice(deviceId, false, language));
        if (found.parameters().isEmpty()) {
            throw ApiException.conflict("nothing-reported",
                    "Device " + deviceId + " has reported no parameter yet; read "
                            + "them with POST /api/devices/{id}/shadow/fill where it hangs on a master.");
        }
        return keep(request.name() == null ? deviceId + " as found" : request.name(), request.notes(),
                KeptSetSource.AS_FOUND, found, by);
    }

    /**
     * Keeps a set that somebody brings.
     *
     * @throws ApiException 400 when it is none
     */
    @Transactional
    public KeptSetView take(ImportRequest request, String by) {
        if ((request.set() == null) == (request.csv() == null)) {
            throw ApiException.invalidParameter("set", "either 'set' or 'csv' is needed");
        }
        if (request.csv() != null && request.descriptionId() == null) {
            throw ApiException.invalidParameter("description_id", "a table does not say what device it is of");
        }
        ParameterSet set = request.set() != null
                ? files.checked(request.set())
                : files.table(request.csv(), request.descriptionId());
        if (set.parameters().isEmpty()) {
            throw ApiException.invalidParameter(request.set() != null ? "set" : "csv", "it has no values");
        }
        return keep(request.name(), request.notes(), KeptSetSource.IMPORTED, set, by);
    }

    private KeptSetView keep(String name, String notes, KeptSetSource source, ParameterSet set, String by) {
        if (sets.count() >= MOST_SETS) {
            throw ApiException.conflict("too-many-parameter-sets",
                    "There are " + MOST_SETS + " parameter sets already.");
        }
        KeptSetView kept = get(sets.insert(plain(name).strip(), notes == null ? null : plain(notes), source, set,
                clock.instant(), by));
        changes.changed(null, kept);
        return kept;
    }

    /** A text that the database can keep: it has no NUL. */
    private static String plain(String text) {
        return text.replace("\0", "");
    }

    @Transactional
    public void delete(long id) {
        KeptSetView before = get(id);
        sets.delete(id);
        changes.changed(before, null);
    }

    /**
     * Holds a set against what a device reports, another set, or the defaults of the description.
     *
     * @param deviceId null for none
     * @param otherId null for none
     * @param differing true for what differs only
     * @throws ApiException 404 when there is none of them
     */
    SetComparison compare(long id, String deviceId, Long otherId, boolean differing, LanguageQuery language) {
        ParameterSet set = sets.values(id).orElseThrow(() -> unknown(id));
        if (deviceId != null && otherId != null) {
            throw ApiException.invalidParameter("set_id", "either it or 'device_id' is taken");
        }
        if (deviceId != null) {
            return compare(id, set, deviceId, values.ofDevice(deviceId, false, language), SetValue::reportedValue,
                    differing);
        }
        if (otherId != null) {
            return compare(id, set, get(otherId).name(), values(otherId, false), SetValue::value, differing);
        }
        if (set.descriptionId() == 0) {
            throw ApiException.conflict("no-description", "This catalog does not have the description that the set was "
                    + "made with, so its defaults are not known.");
        }
        return compare(id, set, "defaults", values.ofDescription(set.descriptionId(), false, language),
                value -> ParameterSetService.text(value.defaultValue()), differing);
    }

    private static SetComparison compare(long id, ParameterSet set, String against, ParameterSet other,
            Function<SetValue, JsonNode> value, boolean differing) {
        Map<String, SetValue> others = new HashMap<>();
        other.parameters().forEach(each -> others.put(SetFiles.key(each.parameterId(), each.subindex()), each));
        List<ComparedValue> rows = new ArrayList<>();
        int differ = 0;
        for (SetValue each : set.parameters()) {
            SetValue held = others.get(SetFiles.key(each.parameterId(), each.subindex()));
            JsonNode has = held == null ? null : value.apply(held);
            boolean differs = SetFiles.present(has) && !same(each.value(), has);
            differ += differs ? 1 : 0;
            if (differs || !differing) {
                rows.add(new ComparedValue(each.parameterId(), each.subindex(), each.name(), each.item(), each.unit(),
                        each.value(), SetFiles.present(has) ? has : null, differs, writable(each)));
            }
        }
        return new SetComparison(id, against, differ, rows);
    }

    /** Numbers by their value, and a truth value is the same as the bit that files write for it. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isContainerNode() || other.isContainerNode()) {
            return one.equals(other);
        }
        BigDecimal a = number(one);
        BigDecimal b = number(other);
        return a != null && b != null ? a.compareTo(b) == 0 : Objects.equals(one.asText(), other.asText());
    }

    private static BigDecimal number(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return value.isNumber() ? value.decimalValue() : null;
    }

    /** @throws ApiException as {@link SetRestorer#restore} */
    SetRestoration restore(long id, String deviceId, boolean otherType, String by) {
        return restorer.restore(values(id, false), deviceId, otherType, by);
    }

    private static ApiException unknown(long id) {
        return new ApiException(404, "unknown-parameter-set", "There is no parameter set " + id + ".");
    }
}
