//! Closed classes of words that the rules ask for by name.
//!
//! They are grammar, not knowledge of the world, so they are code and not data.

use super::gazetteer::Lists;

/// Lists with their entries, parted by `|`.
pub(super) const CLOSED: &[(Lists, &str)] = &[
    (
        Lists::ADMIN,
        "tỉnh|thành phố|tp|tp.|t.p|huyện|quận|thị xã|tx|thị trấn|tt|xã|phường|q.|h.|p.|đặc khu|khu phố|thôn|ấp",
    ),
    (
        Lists::LOCAL_BODY,
        "ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|công an|viện ksnd|vksnd|vks|viện kiểm sát|viện kiểm sát nhân dân|\
         tand|tòa|tòa án|tòa án nhân dân|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|bộ chỉ huy quân sự|\
         ban chỉ huy quân sự|mttq|ubmttq|ủy ban mttq|hội đồng bầu cử|đoàn đbqh|đoàn đại biểu quốc hội|\
         thường trực hđnd|thường trực tỉnh ủy|thường trực thành ủy|csgt|công đoàn|chính quyền|đảng bộ",
    ),
    (
        Lists::OFFICE,
        "bộ|sở|cục|cục cảnh sát|tổng cục|chi cục|vụ|ban|tiểu ban|ủy ban|ubnd|hđnd|ủy ban nhân dân|hội đồng|hội đồng nhân dân|công an|\
         văn phòng|phòng|thanh tra|viện kiểm sát|viện ksnd|vksnd|vks|viện kiểm sát nhân dân|tand|tòa án|tòa án nhân dân|tòa|\
         thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|quân ủy|quân khu|bộ tư lệnh|bộ chỉ huy|bộ chỉ huy quân sự|\
         bộ tổng tham mưu|ban chỉ huy quân sự|liên đoàn|liên đoàn bóng đá|tổng liên đoàn lao động|hội|hiệp hội|\
         tổng hội|đoàn đbqh|đoàn đại biểu|đoàn đại biểu quốc hội|ngân hàng|kiểm toán|mặt trận|mặt trận tổ quốc|mttq|\
         ủy ban mttq|ubmttq|đài|cơ quan|tổng công ty|tập đoàn|đảng bộ|chi bộ|đội tuyển|tuyển|clb|câu lạc bộ|đại sứ quán|\
         lãnh sự quán|tổng lãnh sự quán|ban chấp hành|ban thường vụ|ban chỉ đạo|ban quản lý|tổ chức|trung tâm|đội|\
         cảnh sát|quân đội|đồn công an|đồn biên phòng|bộ đội biên phòng|huyện đoàn|tỉnh đoàn|thành đoàn|báo|tạp chí",
    ),
    (
        Lists::PLACE_BEFORE,
        "ở|tại|đến|tới|từ|về|sang|vào|ra|qua|khỏi|gần|trên|dưới|quanh|rời|khắp|ngụ|quê|trú|thường trú|ngụ tại|\
         địa bàn|người dân|chính phủ|thủ đô|nước|vùng|miền|phía|ven|bên|hướng|lên|xuống|ngoại ô|cư dân|sinh tại|\
         quê ở|quê quán|thăm|nhập khẩu từ|thị trường|phía bắc|phía nam|phía đông|phía tây|trung tâm|\
         biên giới|lãnh thổ|nội thành|cửa ngõ|khu vực|in|at|from|near|across|throughout|outside|around|into",
    ),
    (
        Lists::PERSON_BEFORE,
        "tên|tên là|gặp|mời|nhờ|con trai|con gái|vợ|chồng|nghệ danh|biệt danh|bút danh|tức|bởi|gọi|hỏi|bảo|kể với|\
         nói với|cưới|yêu|lấy|anh trai|em gái|em trai|chị gái|họ tên|nsnd|nsưt|ngnd|ngưt|ttnd|ttưt|\
         nghệ sĩ nhân dân|nghệ sĩ ưu tú|nghệ nhân ưu tú|nhà giáo nhân dân|nhà giáo ưu tú|thầy thuốc nhân dân|thầy thuốc ưu tú",
    ),
    (
        Lists::PERSON_AFTER,
        "nói|nói rằng|cho biết|cho hay|kể|kể lại|hỏi|đáp|trả lời|bảo|chia sẻ|tâm sự|thổ lộ|khẳng định|nhấn mạnh|nhận định|\
         phát biểu|tuyên bố|giải thích|thừa nhận|khai|khai nhận|thú nhận|than|than thở|cười|khóc|nghĩ|nhớ|nhớ lại|lắc đầu|\
         gật đầu|thở dài|im lặng|bước|đứng|ngồi|nằm|chạy|đi|về|đến|bị|là|và|cũng|còn|đã|đang|sẽ|vẫn|rất|không|chưa|biết|thấy|\
         quyết định|nghiến răng|ôm|cầm|nhìn|sinh năm|sn|tốt nghiệp|lấy chồng|lấy vợ|bỏ|mất|qua đời|từ trần|hy sinh|\
         bày tỏ|nêu|đề nghị|yêu cầu|kêu gọi|cảnh báo|trình bày|báo cáo|thông tin|chỉ đạo|chủ trì|ghi bàn|lập công|\
         kiến tạo|sút|đánh đầu|gọi|mua|bán|nhận|được|bèn|liền|xin|muốn|ngạc nhiên|tiếp lời|bộc bạch|nói thêm|rủ|dẫn",
    ),
    (
        Lists::ORG_AFTER,
        "ban hành|công bố|cấp phép|khởi tố|phê duyệt|thông qua|tổ chức|ra mắt|niêm yết|phát hành|huy động|đầu tư|\
         điều tra|triệu tập|xét xử|tuyên phạt|ký kết|thành lập|có trụ sở|được thành lập|trực thuộc|thuộc",
    ),
    (
        Lists::WORK_BEFORE,
        "phim|bộ phim|bài hát|ca khúc|cuốn|cuốn sách|sách|quyển|tác phẩm|tiểu thuyết|truyện|truyện ngắn|tập thơ|bài thơ|\
         vở|vở kịch|vở diễn|album|tập truyện|chương trình|bài báo|bài viết|bức tranh|tập sách|hồi ký|trò chơi|game|\
         nhãn hiệu|thương hiệu|ứng dụng|phần mềm|mạng xã hội|vở cải lương|phim truyện|truyện tranh",
    ),
    (
        Lists::NUMERAL,
        "hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín|\
         hai mươi|ba mươi|bốn mươi|năm mươi|sáu mươi|bảy mươi|tám mươi|chín mươi|một trăm|hai trăm|ba trăm|bốn trăm|\
         năm trăm|một nghìn|hai nghìn|một ngàn|hai ngàn|một triệu|một tỉ|một tỷ|hai triệu|ba triệu|nửa|hàng chục|hàng trăm|hàng nghìn|hàng ngàn|hàng triệu|hàng vạn|\
         hàng tỷ|hàng tỉ|vài|vài chục|vài trăm|vài nghìn|vài triệu|chục|một chục|hai chục|ba chục",
    ),
    (
        Lists::MULTIPLIER,
        "trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|chục|trăm nghìn|trăm triệu|nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|triệu tỷ|tỷ tỷ",
    ),
    (
        Lists::PEOPLE,
        "kinh|việt|tày|nùng|thái|mường|mông|h'mông|hmông|dao|khmer|khơ me|hoa|chăm|ê đê|ba na|bana|gia rai|gia-rai|jơ rai|jrai|\
         xơ đăng|cơ ho|k'ho|sán dìu|sán chay|ra glai|raglai|m'nông|mnông|xtiêng|stiêng|bru|vân kiều|bru - vân kiều|thổ|giáy|\
         cơ tu|cờ tu|giẻ triêng|mạ|khơ mú|co|tà ôi|chơ ro|kháng|xinh mun|hà nhì|chu ru|lào|la chí|la ha|phù lá|la hủ|lự|lô lô|chứt|\
         mảng|pà thẻn|cơ lao|cống|bố y|si la|pu péo|ơ đu|brâu|rơ măm|hán|do thái|ả rập|duy ngô nhĩ|kurd|slav|latinh",
    ),
    (
        Lists::PLURAL,
        "các|những|nhiều|một số|mọi|mỗi|từng|hai|ba|bốn|năm|vài|bao nhiêu|một|nào|toàn bộ|tất cả|cả|đa số|phần lớn",
    ),
    (
        Lists::INSTITUTION,
        "bộ|sở|công an|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|quân ủy|\
         trường|trường đại học|trường đh|trường thpt|trường thcs|trường tiểu học|trường cao đẳng|đại học|đh|đhqg|học viện|\
         công ty|công ty cổ phần|công ty cp|công ty tnhh|tổng công ty|tập đoàn|ngân hàng|bệnh viện|bv|cục|tổng cục|\
         bộ tư lệnh|quân khu|vksnd|tand|tòa án|tòa án nhân dân|viện kiểm sát|viện kiểm sát nhân dân|liên đoàn|hiệp hội|\
         trường cđ|trường trung cấp|mttq|mặt trận tổ quốc|đảng bộ|đài truyền hình|báo|sân bay|cảng|tổng liên đoàn lao động|\
         liên đoàn lao động|bộ chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng|bộ đội biên phòng|kho bạc nhà nước|bảo hiểm xã hội|\
         trung ương đoàn|tỉnh đoàn|thành đoàn|hội liên hiệp phụ nữ|hội nông dân|trung tâm y tế|quân đoàn|sư đoàn|trung đoàn|lữ đoàn",
    ),
    (
        Lists::SOLO,
        "hđxx|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|quân ủy|đảng|tand|vksnd|hđnd|ubnd|mttq|csgt|bhxh|ubmttq|tỉnh đoàn|thành đoàn|\
         quân ủy|hđqt|vks|hải quân|đảng ủy|cảnh sát biển|thượng viện|hạ viện",
    ),
    (Lists::CHAMBER, "thượng viện|hạ viện"),
    (
        Lists::WEAK_HEAD,
        "tổ chức|đoàn|hội|nhóm|tt|nh|đt|ca|bộ|kênh|trang|tuyển|phòng|tòa|đảng|sàn|khoa|chính quyền|mặt trận|đảng bộ|viện|trường hợp|vụ|\
         quân đội|cảnh sát|không quân|hải quân|biên phòng|liên minh|ban|quỹ|thanh tra|cơ quan|doanh nghiệp|hội đồng|đại đội",
    ),
    (
        Lists::NUMBERED_BODY,
        "quân khu|quân đoàn|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|đại đội|binh đoàn|hải đoàn|vùng hải quân|vùng cảnh sát biển|\
         đoàn|đội|trạm|kênh|hạm đội|phòng|kho",
    ),
    (
        Lists::VERB_FIELD,
        "tổ chức|hợp tác|kiểm tra|điều tra|chỉ đạo|quản lý|phục vụ|nghiên cứu|xây dựng|hỗ trợ|tuyên truyền|giám sát|điều hành|bảo vệ|\
         kiểm soát|khen thưởng|thẩm định|ứng dụng|dự báo|đối thoại|chuyển đổi số|tìm kiếm|phòng chống|chống|thanh tra|\
         thiết kế|chế biến|sản xuất|xuất khẩu|nhập khẩu|quảng cáo|xét xử|chỉ huy|truyền máu|giám định|vận chuyển|tăng trưởng|\
         kinh doanh|cạnh tranh|dự phòng|tuyên giáo|bảo tồn|viện trợ|mở|in|số|giá|thi đua|bầu cử|đổi mới|khởi nghiệp|\
         cải cách|tư vấn|tái thiết|phục hồi chức năng|xúc tiến|lao|công trình|dự án|chính sách|chất lượng",
    ),
    (
        Lists::PLAIN_ABBREVIATION,
        "gdp|grdp|cpi|ppi|pmi|fdi|oda|usd|vnd|vnđ|eur|adn|dna|rna|mrna|hiv|aids|suv|atm|pc|it|ai|ar|vr|qr|tv|sms|pcr|icu|cmnd|cccd|bhyt|bhtn|\
         vat|thpt|thcs|th|gv|hs|sv|ttck|ipo|ceo|cfo|cto|iq|eq|gps|usb|pin|otp|app|ok|id|vip|dj|mc|mv|cd|dvd|led|lcd|km|kg|wifi|\
         tnhh|mtv|cp|tmcp|ubnd|hđnd|tp|tx|tt|q|p|f|stt|ts|ths|gs|pgs|bs|ks|cn|ls|nsnd|nsưt|ngnd|ngưt|gpmb|ptnt|cntt|cnxh|xhcn|\
         cmcn|an|ms|mr|mrs|am|pm|sos|bot|ppp|bt|rpm|hp|hd|uhd|ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi|xx|xxi|xix|xviii|n1|r0|ps|nb|anh|nguồn",
    ),
    (Lists::VENUE, "nhà hàng|khách sạn|siêu thị|nhà thuốc|quán|nhà hát|trại giam|trại tạm giam"),
    (
        Lists::TAILED,
        "gia đình|triều đình|yêu cầu|nhu cầu|toàn cầu|địa cầu|thỉnh cầu|bóng đá|cầu đá|lao động|hoạt động|hành động|tác động|\
         vận động|chủ động|tự động|biến động|phát động|di động|cảm động|huy động|sôi động|bất động|văn bản|cơ bản|kịch bản|\
         xuất bản|phiên bản|căn bản|ấn bản|nguyên bản|tư bản|tài bản|tập quán|đại sứ quán|lãnh sự quán|hoàn thành|\
         trưởng thành|trung thành|cấu thành|hình thành|trở thành|biến thành|chia thành|chính phủ|bao phủ|che phủ|phi chính phủ|\
         thị trường|môi trường|hiện trường|công trường|lập trường|nhà trường|chiến trường|thương trường|nghị trường|tiểu đường|\
         mía đường|thượng đỉnh|đồng hồ|khám phá|triệt phá|tàn phá|đột phá|đánh phá|chăm sóc|kiệt sức|đánh đập|chấn động|\
         đại châu|buôn bán|trân châu|chuyên khoa|đa khoa|nha khoa|sách khoa|bộ phận|cán bộ|toàn bộ|nội bộ|tiến bộ|cục bộ|đồng bộ|\
         dân quân|phụ tá|cơ hội|xã hội|quốc hội|giáo hội|hiệp hội|vũ hội|lễ hội|tiền sảnh|gian hàng|bán hàng|khách hàng|\
         nhiệm vụ|dịch vụ|phục vụ|nghiệp vụ|công vụ|nội vụ|thường vụ|án vụ|bệnh án|liên đoàn|tập đoàn|sư đoàn|công đoàn|\
         quân đoàn|phái đoàn|gia đoàn|cá nhân|quản trị|điện ảnh|hợp tác xã|thị xã|làng xã|dân đội|bộ đội|quân đội|\
         đồng đội|biệt đội|phân đội|đại đội|chi đội|cảnh báo|thông báo|tố cáo báo|dự báo|khai báo|mật báo|quảng bá|\
         phòng ban|tư nhân|điều động|phản động|lưu động|nhà tù|đất đai|mặt đất|trái đất|bài báo|tình báo|quân báo",
    ),
    (
        Lists::COMMON,
        "hoặc|hay|nhưng|và|rồi|thì|là|mà|nếu|khi|vì|do|bởi|tuy|dù|song|còn|cũng|chỉ|đã|đang|sẽ|vẫn|rất|quá|lại|nên|phải|cần|\
         có|không|chưa|chẳng|đừng|hãy|ai|gì|nào|sao|đâu|đây|đó|kia|này|ấy|vậy|thế|như|theo|tại|từ|trong|ngoài|trên|dưới|trước|\
         sau|giữa|với|cùng|cho|của|về|để|được|bị|bằng|qua|đến|tới|ở|người|việc|sự|cuộc|những|các|mỗi|mọi|từng|một|hai|ba",
    ),
];
