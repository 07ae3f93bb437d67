package io.greenstack.api.imports;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The record of an import job. */
@Entity
@Table(name = "import_job")
public class ImportJob {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    JobSource source;

    @Column(nullable = false)
    String label;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    JobState state;

    @Column(nullable = false)
    String instance;

    @Column(name = "requested_by", nullable = false)
    String requestedBy;

    @Column(name = "requested_at", nullable = false)
    Instant requestedAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "heartbeat_at", nullable = false)
    Instant heartbeatAt;

    @Column(name = "cancel_wanted", nullable = false)
    boolean cancelWanted;

    @Column(nullable = false)
    boolean scanned;

    @Column(name = "packages_found", nullable = false)
    long packagesFound;

    @Column(name = "packages_done", nullable = false)
    long packagesDone;

    @Column(nullable = false)
    long imported;

    @Column(name = "already_known", nullable = false)
    long alreadyKnown;

    @Column(nullable = false)
    long replaced;

    @Column(nullable = false)
    long refused;

    @Column(nullable = false)
    long ignored;

    @Column(nullable = false)
    long results;

    String message;
}
