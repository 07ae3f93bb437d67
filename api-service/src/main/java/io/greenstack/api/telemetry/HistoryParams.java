package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Params;

/** Which part of the history is wanted, as it stands in the address. */
class HistoryParams {

    private static final Duration DEFAULT_RANGE = Duration.ofHours(1);
    private static final int DEFAULT_LIMIT = 1000;
    private static final int MAX_NAMES = 100;
    private static final int MAX_NAME = 256;
    private static final long MAX_HELD_WINDOWS = 1_000_000;
    /** Between names; a comma behind a backslash belongs to a name. */
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    @QueryParam("parameter")
    @Parameter(description = "Keys of parameters, none = all; several times, or with commas between them; a comma of a name is written \\,")
    List<String> parameters;

    @QueryParam("from")
    @Parameter(description = "First instant, included: ISO 8601 with zone, or -15m for 15 minutes ago; an hour before 'to' if absent")
    String from;

    @QueryParam("to")
    @Parameter(description = "Last instant, not included; now if absent")
    String to;

    @QueryParam("function")
    @Parameter(description = "What is made of each window; mean if only 'every' or 'points' is given. Without these there is one window", schema = @Schema(implementation = HistoryFunction.class))
    String function;

    @QueryParam("percentile")
    @Parameter(description = "0 to 100, for the function percentile; 95 if absent")
    String percentile;

    @QueryParam("every")
    @Parameter(description = "Length of the windows: 500ms, 10s, 5m, 1h, 1d")
    String every;

    @QueryParam("points")
    @Parameter(description = "Most points of a series: the readings as they are while there are no more, else windows of a length that fits. "
            + "The smallest and the largest value of each are there too, so no extreme is lost")
    String points;

    @QueryParam("gap")
    @Parameter(description = "Silence that is longer than this is shown as a point with status 'gap', and no value holds longer: 30s, 5m")
    String gap;

    @QueryParam("limit")
    @Parameter(description = "Most points of all series together; of more the newest are answered")
    String limit;

    /**
     * The query.
     *
     * @param most points that may be asked for
     * @throws ApiException 400 for what makes no sense
     */
    HistoryQuery query(List<String> devices, Clock clock, int most) {
        HistoryTimes times = new HistoryTimes(clock);
        Instant until = times.instant("to", to, clock.instant());
        Instant since = times.instant("from", from, until.minus(DEFAULT_RANGE));
        if (!since.isBefore(until)) {
            throw ApiException.invalidParameter("from", "it must be before 'to'");
        }
        Duration length = times.duration("every", every);
        HistoryFunction made = Params.constant("function", function, HistoryFunction.class,
                length == null ? null : HistoryFunction.MEAN);
        if (made != null && made.holds() && length != null
                && Duration.between(since, until).dividedBy(length) > MAX_HELD_WINDOWS) {
            throw ApiException.invalidParameter("every", "at most a million windows fit in the time that is asked for");
        }
        return new HistoryQuery(devices, names("parameter", parameters), since, until, made, length, percentile(),
                times.duration("gap", gap), Params.integer("limit", limit, DEFAULT_LIMIT, 1, most));
    }

    /** Most points of a series, 0 when nobody cares. */
    int budget(int most) {
        if (points != null && !points.isBlank() && every != null && !every.isBlank()) {
            throw ApiException.invalidParameter("points", "'every' gives the length of windows already");
        }
        return Params.integer("points", points, 0, 2, most);
    }

    boolean limited() {
        return limit != null && !limit.isBlank();
    }

    private double percentile() {
        try {
            double value = percentile == null || percentile.isBlank() ? 95 : Double.parseDouble(percentile.strip());
            if (value >= 0 && value <= 100) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw ApiException.invalidParameter("percentile", "a number from 0 to 100 is needed");
        }
        throw ApiException.invalidParameter("percentile", "a number from 0 to 100 is needed");
    }

    /** Names that stand in several parameters, or in one with commas between them. */
    static List<String> names(String member, List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            for (String each : COMMA.split(text)) {
                String name = each.replace("\\,", ",");
                if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
                    throw ApiException.invalidParameter(member, "a name of at most 256 printable characters is needed");
                }
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        if (names.size() > MAX_NAMES) {
            throw ApiException.invalidParameter(member, "at most " + MAX_NAMES + " are accepted");
        }
        return names;
    }
}
