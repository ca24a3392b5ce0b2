UPDATE `proposals` SET `reason` = json_set(`reason`, '$.yearsOf', CASE WHEN EXISTS (
	SELECT 1 FROM `community_profiles` `mentor`, json_each(`mentor`.`roles`) `held`
	WHERE `mentor`.`member_id` = `proposals`.`mentor_id`
		AND json_extract(`held`.`value`, '$.role') = json_extract(`proposals`.`reason`, '$.role')
		AND json_extract(`held`.`value`, '$.years') = json_extract(`proposals`.`reason`, '$.years')
) THEN 'role' ELSE 'work' END);
