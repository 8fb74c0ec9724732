"""What the rules refuse, each with a stable code and a Vietnamese sentence that says what to do."""

from __future__ import annotations

MESSAGES = {
    "not_a_number": "Không phải là số thập phân hoặc phân số.",
    "no_rule_set": "Chưa có quy định nào áp dụng cho đối tượng này vào ngày này.",
    "old_rules": "Đơn vị chưa có quy chế đánh giá: năm 2026 xếp loại theo Nghị định 90/2020/NĐ-CP, ngoài phần mềm.",
    "regulation_missing": "Đơn vị phải ban hành quy chế đánh giá trước khi theo dõi, xếp loại.",
    "unknown_setting": "Không có thiết lập này.",
    "setting_value": "Thiết lập không nhận giá trị này.",
    "setting_fixed": "Quy định đã ấn định điểm này, không thiết lập khác được.",
    "weights_empty": "Trọng số phải có ít nhất một số lớn hơn 0.",
    "duplicate_product": "Danh mục có hai sản phẩm cùng mã.",
    "too_many_groups": "Danh mục có quá 05 nhóm.",
    "standard_missing": "Danh mục quy đổi theo điểm phải cho điểm của đơn vị sản phẩm chuẩn.",
    "points_outside_group": "Điểm của sản phẩm nằm ngoài khung điểm của nhóm.",
    "units_not_positive": "Số đơn vị quy đổi phải lớn hơn 0.",
    "units_too_fine": "Số đơn vị quy đổi có quá bốn chữ số thập phân: hãy quyết định một hệ số gọn hơn.",
    "unknown_product": "Sản phẩm không có trong danh mục.",
    "duplicate_task": "Hai dòng nhiệm vụ cùng mã.",
    "negative_count": "Số lần không được âm.",
    "exempt_too_many": "Số lần được loại trừ nhiều hơn số lần đã ghi.",
    "criteria_split": "Điểm các tiêu chí con không cộng đúng điểm tối đa của quy định.",
    "unknown_criterion": "Tiêu chí không có trong khung điểm.",
    "criterion_missing": "Chưa chấm đủ các tiêu chí chung.",
    "points_out_of_range": "Điểm tiêu chí phải từ 0 đến điểm tối đa.",
    "unknown_period": "Năm không có kỳ này.",
    "duplicate_period": "Một kỳ được ghi hai lần.",
    "score_missing": "Kỳ có làm việc phải có điểm.",
    "score_out_of_range": "Điểm phải từ 0 đến 100.",
    "days_not_positive": "Số ngày làm việc phải lớn hơn 0.",
    "months_worked_missing": "Theo dõi theo quý thì phải cho biết số tháng làm việc trong năm.",
    "no_parts": "Việc chia nhỏ phải có ít nhất một phần.",
    "unknown_finding": "Quy định không có loại kết luận này.",
    "unknown_level": "Không có mức xếp loại này.",
    "not_rated": "Người này không thuộc diện xếp loại trong năm.",
    "above_bound": "Mức quyết định cao hơn mức cao nhất được phép.",
    "reason_missing": "Mức quyết định khác mức đề xuất thì phải ghi lý do.",
    "duplicate_person": "Một người được ghi hai lần.",
    "share_out_of_range": "Tỷ lệ xuất sắc do cấp có thẩm quyền quyết định phải trên 20 % và không quá 25 %.",
    "share_without_merit": "Tỷ lệ trên 20 % chỉ khi tổ chức có thành tích xuất sắc được công nhận.",
    "bad_input": "Dữ liệu vào không đúng dạng.",
}


class RuleError(ValueError):
    """An input that breaks law or form: ``code`` is stable, ``where`` names the item, ``message`` is Vietnamese."""

    def __init__(self, code: str, where: str = "") -> None:
        self.code = code
        self.where = where
        self.message = MESSAGES[code]
        super().__init__(f"{where}: {self.message}" if where else self.message)
