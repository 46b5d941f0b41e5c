"""People in old pictures, as `tag_people` of world.yaml has them (twitter-2015 A.14)."""

from pathlib import Path

from tests.simulator.packs.small import WORLD, changed, gif, put, wrote
from tests.simulator.packs.test_rules_of_old_tweets import REPLY
from tests.simulator.test_casting import made, rows, sound


def test_people_in_an_old_picture_are_tagged_and_told(folder: Path) -> None:
    media = 'cup.gif: {alt: "A cup", credit: "Ours", licence: "Same as Fledge", offered: [tweet]}\n'
    world = changed(WORLD, REPLY, f"{REPLY}\n    picture: cup.gif\n    tag_people: [CJ_trainer]")
    put(wrote(folder / "pack", media=media, world=world) / "media" / "cup.gif", gif())
    path = made(folder, sound(folder / "pack"))
    assert rows(path, "SELECT a.handle FROM photo_tag p JOIN account a ON a.id = p.account") == [("CJ_trainer",)]
    told = "SELECT n.kind, a.handle FROM notification n JOIN account a ON a.id = n.account WHERE n.kind = 'photo_tag'"
    assert rows(path, told) in ([("photo_tag", "CJ_trainer")], [])  # whoever is named as well hears of that
