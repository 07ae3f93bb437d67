package io.greenstack.api.branding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.branding.BrandingRepository.Branding;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.descriptions.archive.Hashes;

/** The stored branding, or that of GreenStack where nothing is stored. */
@ApplicationScoped
@Transactional
class BrandingService {

    /** Octets of a logo. */
    static final int LARGEST_LOGO = 256 * 1024;

    private static final String NAME = "GreenStack";
    private static final String PRIMARY = "#2f9e44";
    private static final String ACCENT = "#1971c2";

    private final BrandingRepository stored;
    private final ChangeNotes changes;
    private final Clock clock;

    BrandingService(BrandingRepository stored, ChangeNotes changes, Clock clock) {
        this.stored = stored;
        this.changes = changes;
        this.clock = clock;
    }

    public BrandingView get() {
        return stored.find().map(BrandingService::view)
                .orElseGet(() -> new BrandingView(NAME, PRIMARY, ACCENT, null, false, null));
    }

    private static BrandingView view(Branding branding) {
        return new BrandingView(branding.name(), branding.primaryColor(), branding.accentColor(),
                branding.logoSha256() == null
                        ? null
                        : "/api/branding/logo?v=" + branding.logoSha256().substring(0, 16),
                true, branding.updatedAt());
    }

    /** Sets name and colours; the logo stays. */
    public BrandingView set(String name, String primary, String accent, String by) {
        BrandingView before = get();
        stored.save(name.replace("\0", "").strip(), primary.toLowerCase(Locale.ROOT),
                accent.toLowerCase(Locale.ROOT), now(), by);
        return changedFrom(before);
    }

    /** Back to what GreenStack has by itself. */
    public BrandingView reset() {
        BrandingView before = get();
        stored.delete();
        return changedFrom(before);
    }

    public Optional<BrandLogo> logo() {
        return stored.logo();
    }

    /**
     * Sets the logo.
     *
     * @throws ApiException 413 when it is too large, 415 when it is no picture that browsers show without running anything
     */
    public BrandingView setLogo(byte[] content, String by) {
        if (content.length > LARGEST_LOGO) {
            throw new ApiException(413, "logo-too-large",
                    "A logo has " + LARGEST_LOGO + " octets at most; this one has " + content.length + ".");
        }
        String type = mediaType(content);
        if (type == null) {
            throw new ApiException(415, "logo-type",
                    "A logo is a PNG, JPEG or WebP picture; its octets are none of these.");
        }
        BrandingView before = get();
        if (stored.find().isEmpty()) {
            stored.save(NAME, PRIMARY, ACCENT, now(), by);
        }
        stored.saveLogo(new BrandLogo(type, Hashes.sha256Hex(content), content), now(), by);
        return changedFrom(before);
    }

    /** Takes the logo away. */
    public BrandingView removeLogo(String by) {
        BrandingView before = get();
        stored.saveLogo(null, now(), by);
        return changedFrom(before);
    }

    private BrandingView changedFrom(BrandingView before) {
        BrandingView after = get();
        changes.changed(before, after);
        return after;
    }

    private static String mediaType(byte[] content) {
        String head = HexFormat.of().formatHex(content, 0, Math.min(12, content.length));
        if (head.startsWith("89504e470d0a1a0a")) {
            return "image/png";
        }
        if (head.startsWith("ffd8ff")) {
            return "image/jpeg";
        }
        return head.startsWith("52494646") && head.endsWith("57454250") ? "image/webp" : null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
