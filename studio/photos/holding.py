"""What the photos room holds of people."""

from storage.table import columns_of
from studio.extension.holding import Holding
from studio.kernel.text import N_
from studio.photos.models import Photo, PhotoShowing

PHOTO, SHOWING = columns_of(Photo), columns_of(PhotoShowing)

HOLDS = (
    Holding(
        PHOTO,
        {
            "person": "caption place tags taken_on",
            "health": "kind day",
            "picture": "file_id small_id",
            "evidence": "kept_why hidden_at",
            "staff": "artist_id added_by added_by_name kept_by_name removed_by_name",
            "technical": "client_id wide tall removed_at",
        },
        N_("Photos"),
        whose="client_id",
        record="photo_record",
        since="created_at",
        files="file_id small_id",
        parts=((SHOWING, "photo_id"),),
    ),
    Holding(
        SHOWING,
        {
            "evidence": "shown_from ended_at ended_why",
            "staff": "by_name",
            "technical": "photo_id client_id",
        },
        N_("Photos shown in public"),
        whose="client_id",
        record="photo_publicity",
        since="ended_at",
    ),
)
