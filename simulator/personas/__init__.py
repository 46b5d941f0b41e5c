"""The people of a course: what they will do because of what a learner did, or because its time has come."""
