"""The names of what can be planted in an evidence room. Each is a function of `domain/rooms/`."""

PLANTS = frozenset({
    "alert_waited", "approved_own_change", "backup_not_followed_up", "change_without_test", "evidence_too_old",
    "grant_without_approval", "joiner_trained_late", "leaver_can_sign_in", "log_day_without_review",
    "meeting_missed", "removed_late", "report_not_read", "restore_not_tried", "review_leaves_out", "review_own_access",
    "review_skipped", "owner_trained_late", "scan_past_deadline", "shared_administrator", "urgent_not_reviewed",
})  # fmt: skip
