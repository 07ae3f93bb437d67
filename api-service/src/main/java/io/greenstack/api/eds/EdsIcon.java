package io.greenstack.api.eds;

import java.util.Optional;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.view.IconType;

/** The icon that a file embeds. */
record EdsIcon(IconType type, byte[] content) {

    /** The icon of a file, empty if it has none or none that can be shown. */
    static Optional<EdsIcon> of(EdsFile file) {
        byte[] octets = file.device().icon();
        return IconType.of(octets).map(type -> new EdsIcon(type, octets));
    }
}
