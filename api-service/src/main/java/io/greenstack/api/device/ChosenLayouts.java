package io.greenstack.api.device;

import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.platform.ApiException;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.OpenDescription.LayoutChoice;

/** The connection or assembly of a description that a device was bound to, where it is not the one the file suggests. */
@ApplicationScoped
class ChosenLayouts {

    private final DescriptionService descriptions;
    private final OpenDescriptions open;

    public ChosenLayouts(DescriptionService descriptions, OpenDescriptions open) {
        this.descriptions = descriptions;
        this.open = open;
    }

    /**
     * The layout of what was chosen; empty where nothing was, or where the description that is bound by now does not have it:
     * then the one it suggests holds.
     */
    Optional<ProcessDataLayout> of(Device device) {
        boolean chosen = device.connectionNumber != null || device.assemblyName != null;
        if (!chosen || device.descriptionId == null) {
            return Optional.empty();
        }
        LayoutChoice choice = new LayoutChoice(device.connectionNumber, device.assemblyName);
        DescriptionSummary bound = descriptions.summary(device.descriptionId, null);
        return open.of(bound).layout(
                bound.kind().toLowerCase(Locale.ROOT) + "-" + bound.id() + "-" + choice, choice);
    }

    /**
     * Notes what a request chooses. One that names another description or mode and chooses nothing takes back what was chosen.
     *
     * @throws ApiException 400 when the bound description does not have it
     */
    void choose(Device device, BindingRequest request) {
        boolean nothing = request.connection() == null && request.assembly() == null;
        if (nothing && request.descriptionId() == null && request.mode() == null) {
            return;
        }
        if (request.connection() != null && request.assembly() != null) {
            throw ApiException.invalidParameter("assembly", "either a connection or an assembly can be chosen");
        }
        device.connectionNumber = request.connection();
        device.assemblyName = request.assembly();
        if (!nothing && of(device).isEmpty()) {
            throw ApiException.invalidParameter(request.connection() != null ? "connection" : "assembly",
                    "the device must be bound to an EDS that has it and describes its data");
        }
    }
}
