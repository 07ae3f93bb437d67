package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Section [Capacity].
 *
 * @param figures the single figures by keyword: {@code MaxMsgConnections}, {@code ConnOverhead}, ...
 * @param trafficSpecs entries {@code TSpecN}
 */
public record Capacity(Map<String, BigDecimal> figures, List<TrafficSpec> trafficSpecs) {

    /**
     * Entry {@code TSpecN}: packets per second at a size.
     *
     * @param number N
     * @param direction {@code Tx}, {@code Rx} or {@code TxRx}
     * @param size size of the packet in octets, null if missing
     * @param rate packets per second, null if missing
     */
    public record TrafficSpec(int number, String direction, Integer size, Long rate) {}

    public Capacity {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        trafficSpecs = List.copyOf(trafficSpecs);
    }

    /** A figure by its keyword, null if not given. */
    public BigDecimal figure(String keyword) {
        return figures.get(keyword);
    }
}
