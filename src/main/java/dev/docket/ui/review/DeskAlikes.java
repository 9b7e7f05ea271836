package dev.docket.ui.review;

import dev.docket.care.Exposure;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.retrain.LookAlikes;
import dev.docket.retrain.LookAlikes.LookAlike;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.provenance.ProvenanceSign;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The look-alikes of one case on a desk, and their tiles: covered from S2 up, words only from S3 up. Several threads. */
final class DeskAlikes implements TileSource {
    private static final int MOST = 500;

    /** An item with all that decides what may be shown of it. */
    private record Shown(ImageItem item, DisplayProfile profile, Severity severity, boolean blind, String line, Optional<ProvenanceSign> sign) {}

    private final Desk desk;
    private final BlindShare blindShare;
    private final PastVerdicts past;
    private final ReviewCase known;
    private final Map<UUID, String> badges = new LinkedHashMap<>();
    private final Map<UUID, Severity> counted = new ConcurrentHashMap<>();

    DeskAlikes(Desk desk, BlindShare blindShare, PastVerdicts past, ReviewCase known) {
        this.desk = desk;
        this.blindShare = blindShare;
        this.past = past;
        this.known = known;
    }

    /** To be called once, before tiles are asked for. */
    Alikes found() {
        LookAlikes.Found found = desk.lookAlikes.of(known.item().id(), MOST);
        int hashed = 0;
        for (LookAlike alike : found.nearest()) {
            boolean byHash = alike.way() == LookAlikes.Way.PDQ;
            hashed += byHash ? 1 : 0;
            badges.put(alike.item(), byHash ? Text.of("alikes.pdq", Math.round(alike.measure()))
                    : Text.of("alikes.embedding", Figures.decimal(alike.measure(), 2)));
        }
        int direct = badges.size();
        desk.database.transact(this::addTheStack);
        return new Alikes(List.copyOf(badges.keySet()), hashed + badges.size() - direct, direct - hashed, found.waiting(), this);
    }

    /** Pictures of the stack that are further away, and are in it because others lie between; and other items with this very picture. */
    private void addTheStack(Handle tx) {
        Optional<PerceptualHash> own = desk.nearDuplicates.hashOf(tx, known.item().sha256());
        for (ContentHash picture : desk.nearDuplicates.group(tx, known.item().sha256())) {
            Optional<PerceptualHash> hash = desk.nearDuplicates.hashOf(tx, picture);
            for (UUID item : desk.items.showing(tx, picture)) {
                if (!item.equals(known.item().id()) && own.isPresent() && hash.isPresent()) {
                    badges.putIfAbsent(item, Text.of("alikes.pdq", own.get().distance(hash.get())));
                }
            }
        }
    }

    @Override
    public Tile tile(UUID id, Room room) {
        Shown shown = shown(id).orElse(null);
        if (shown == null) {
            return new Tile(new Tile.Words("mdmz-visibility_off", Text.of("alikes.gone")), "", "", Optional.empty(), "");
        }
        return new Tile(face(shown, room), badges.getOrDefault(id, ""), shown.item().shortId(),
                shown.blind() ? Optional.empty() : Optional.of(shown.severity()), shown.line(), shown.sign());
    }

    @Override
    public Optional<DecodedImage> look(UUID id, Room room) {
        return shown(id).filter(s -> !isWordsOnly(s)).flatMap(s -> {
            try {
                counted.put(id, Exposure.counted(s.severity(), s.profile(), s.blind()));
                return Optional.of(thumbnail(s, room));
            } catch (IOException | UndecodableImageException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void looked(UUID id, Duration open) {
        Optional.ofNullable(counted.get(id)).ifPresent(severity -> desk.care.glanced(severity, desk.clock.instant().minus(open)));
    }

    private Tile.Face face(Shown shown, Room room) {
        if (isWordsOnly(shown)) {
            return new Tile.Words("mdmz-visibility_off", Text.of("review.tile.strict"));
        }
        try {
            DecodedImage thumbnail = thumbnail(shown, room);
            boolean covered = shown.profile().covered() || shown.severity().compareTo(Severity.S2) >= 0;
            return new Tile.Pixels(covered ? Covers.over(thumbnail) : thumbnail, covered);
        } catch (UndecodableImageException e) {
            return new Tile.Words("mdal-broken_image", Text.of("review.tile.refused"));
        } catch (IOException e) {
            return new Tile.Words("mdal-broken_image", Text.of("alikes.gone"));
        }
    }

    private static boolean isWordsOnly(Shown shown) {
        return !shown.profile().render() || shown.profile().textOnlyThumbnail() || shown.severity().compareTo(Severity.S3) >= 0;
    }

    private DecodedImage thumbnail(Shown shown, Room room) throws IOException, UndecodableImageException {
        DecodedImage small = desk.thumbnails.of(shown.item().sha256());
        return Renditions.scaled(small, room.longerSide(small.width(), small.height()));
    }

    private Optional<Shown> shown(UUID id) {
        return desk.database.inTransaction(tx -> desk.items.find(tx, id).flatMap(item -> desk.policies.of(tx, id).map(decision -> shown(tx, item, decision))));
    }

    /** The blind share hides what was found or suspected, of the item on screen and of those in it themselves. */
    private Shown shown(Handle tx, ImageItem item, PolicyDecision decision) {
        boolean blind = known.blind() || blindShare.covers(item.id());
        List<PastVerdict> decided = blind ? List.of() : past.on(tx, item.id(), 0);
        String line = blind ? Text.of("alikes.hidden") : decided.isEmpty() ? Text.of("alikes.undecided")
                : Text.of("review.past.words", decided.getFirst().label(), decided.getFirst().action());
        return new Shown(item, desk.care.cover(desk.policy.pack(), decision, () -> desk.scores.of(tx, item.id())), decision.severity(), blind, line,
                blind ? Optional.empty() : ProvenanceSign.of(ProvenanceReport.kept(desk.items.provenanceJson(tx, item.id()))));
    }
}
