/**
 * What happens to the messages of a batch, whoever delivered it: one accounting with an outcome for each message, its dead
 * letters and its trace; a service adds an {@link io.greenstack.edge.intake.IntakeHandler}.
 */
package io.greenstack.edge.intake;
