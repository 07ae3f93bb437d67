package io.greenstack.ingestion.platform;

import java.util.List;

import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.resilience.BreakerStatus;

/**
 * Answer of {@code GET /health}.
 *
 * @param status {@code healthy} or {@code unhealthy}
 * @param service name of the service
 * @param mqttConnected whether the broker has granted all subscriptions
 * @param influxdbConnected whether the store answers
 * @param dependencies each dependency with its state
 * @param breakers each circuit breaker with its state
 * @param intake what the intake is doing
 * @param ledger where the messages are
 */
public record ServiceHealth(String status, String service, boolean mqttConnected, boolean influxdbConnected,
        List<DependencyState> dependencies, List<BreakerStatus> breakers, IngressStatus intake,
        LedgerSnapshot ledger) {}
