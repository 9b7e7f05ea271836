package dev.docket.quality;

class DoubleReviewOnH2Test extends DoubleReviewContract {
    @Override
    QualityHouse house() {
        return QualityHouse.embedded(folder.resolve("database"));
    }
}
